#include "core/store/sqlite_gathered_writes.h"

#include "core/store/sqlite_page_space.h"

#include <cstring>
#include <new>
#include <sqlite3.h>
#include <vector>

namespace nextplease {
namespace {

constexpr const char* kName = "nextplease-gathered";
constexpr std::size_t kMostGathered = 64 * 1024; // the system's layer writes less than 128 KiB at once

// What is to be written to one file, in one stretch.
struct Gathered {
    sqlite3_int64 start = 0;
    std::vector<unsigned char> bytes;
};

// SQLite's own file lies behind it, in the same piece of memory.
struct File {
    sqlite3_file base;
    Gathered* gathered; // nullptr: this file's writes go straight on
    std::vector<unsigned char>* page; // of a database, for its writes; else nullptr
    sqlite3_io_methods methods;
};

sqlite3_vfs* system_layer()
{
    static sqlite3_vfs* const found = sqlite3_vfs_find(nullptr);
    return found;
}

File* file_of(sqlite3_file* file)
{
    return reinterpret_cast<File*>(file);
}
sqlite3_file* real(sqlite3_file* file)
{
    return reinterpret_cast<sqlite3_file*>(file_of(file) + 1);
}

int write_out(sqlite3_file* file)
{
    Gathered* gathered = file_of(file)->gathered;
    if (!gathered || gathered->bytes.empty())
        return SQLITE_OK;
    sqlite3_file* const below = real(file);
    const int code = below->pMethods->xWrite(
        below, gathered->bytes.data(), static_cast<int>(gathered->bytes.size()), gathered->start);
    gathered->bytes.clear(); // after a failure SQLite gives the transaction up
    return code;
}

// A whole page of a database, without what lies in it beside its records.
int write_page(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at)
{
    std::vector<unsigned char>& page = *file_of(file)->page;
    const auto* from = static_cast<const unsigned char*>(bytes);
    sqlite3_int64 size = 0;
    if (const int code = real(file)->pMethods->xFileSize(real(file), &size))
        return code;
    try {
        page.assign(from, from + count);
    } catch (const std::bad_alloc&) {
        return SQLITE_IOERR_NOMEM;
    }
    if (static_cast<std::size_t>(size / count) < kTooManyPages)
        clear_free_space(page.data(), page.size(), at == 0);
    return real(file)->pMethods->xWrite(real(file), page.data(), count, at);
}

int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at)
{
    Gathered* gathered = file_of(file)->gathered;
    if (count == 0) // the system's layer takes that for a full disk
        return SQLITE_OK;
    constexpr int kSmallestPage = 512;
    if (file_of(file)->page && count >= kSmallestPage && at % count == 0)
        return write_page(file, bytes, count, at);
    if (!gathered)
        return real(file)->pMethods->xWrite(real(file), bytes, count, at);
    const auto more = static_cast<std::size_t>(count);
    const auto end = gathered->start + static_cast<sqlite3_int64>(gathered->bytes.size());
    if (!gathered->bytes.empty() && (at != end || gathered->bytes.size() + more > kMostGathered)) {
        if (const int code = write_out(file))
            return code;
    }
    try {
        const auto* from = static_cast<const unsigned char*>(bytes);
        if (gathered->bytes.empty())
            gathered->start = at;
        gathered->bytes.insert(gathered->bytes.end(), from, from + more);
    } catch (const std::bad_alloc&) {
        return SQLITE_IOERR_NOMEM;
    }
    return SQLITE_OK;
}

int read(sqlite3_file* file, void* bytes, int count, sqlite3_int64 at)
{
    if (const int code = write_out(file))
        return code;
    return real(file)->pMethods->xRead(real(file), bytes, count, at);
}

int sync(sqlite3_file* file, int flags)
{
    if (const int code = write_out(file))
        return code;
    return real(file)->pMethods->xSync(real(file), flags);
}

int truncate(sqlite3_file* file, sqlite3_int64 size)
{
    if (const int code = write_out(file))
        return code;
    return real(file)->pMethods->xTruncate(real(file), size);
}

int file_size(sqlite3_file* file, sqlite3_int64* size)
{
    if (const int code = write_out(file))
        return code;
    return real(file)->pMethods->xFileSize(real(file), size);
}

int close(sqlite3_file* file)
{
    const int written = write_out(file);
    delete file_of(file)->gathered;
    delete file_of(file)->page;
    file_of(file)->gathered = nullptr;
    const int closed = real(file)->pMethods->xClose(real(file));
    return written ? written : closed;
}

int lock(sqlite3_file* file, int level)
{
    return real(file)->pMethods->xLock(real(file), level);
}
int unlock(sqlite3_file* file, int level)
{
    return real(file)->pMethods->xUnlock(real(file), level);
}
int check_reserved_lock(sqlite3_file* file, int* held)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), held);
}
int file_control(sqlite3_file* file, int operation, void* argument)
{
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}
int sector_size(sqlite3_file* file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}
int device_characteristics(sqlite3_file* file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}
int shm_map(sqlite3_file* file, int page, int size, int extend, void volatile** memory)
{
    return real(file)->pMethods->xShmMap(real(file), page, size, extend, memory);
}
int shm_lock(sqlite3_file* file, int offset, int count, int flags)
{
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void shm_barrier(sqlite3_file* file)
{
    real(file)->pMethods->xShmBarrier(real(file));
}
int shm_unmap(sqlite3_file* file, int remove)
{
    return real(file)->pMethods->xShmUnmap(real(file), remove);
}

// As far as the system's own file can do it; memory mapping is left out, for it would read past what is
// gathered.
sqlite3_io_methods methods_over(const sqlite3_io_methods& below)
{
    sqlite3_io_methods methods {};
    methods.iVersion = below.iVersion < 2 ? 1 : 2;
    methods.xClose = close;
    methods.xRead = read;
    methods.xWrite = write;
    methods.xTruncate = truncate;
    methods.xSync = sync;
    methods.xFileSize = file_size;
    methods.xLock = lock;
    methods.xUnlock = unlock;
    methods.xCheckReservedLock = check_reserved_lock;
    methods.xFileControl = file_control;
    methods.xSectorSize = sector_size;
    methods.xDeviceCharacteristics = device_characteristics;
    if (methods.iVersion == 2) {
        methods.xShmMap = shm_map;
        methods.xShmLock = shm_lock;
        methods.xShmBarrier = shm_barrier;
        methods.xShmUnmap = shm_unmap;
    }
    return methods;
}

int open(sqlite3_vfs* /*layer*/, const char* name, sqlite3_file* file, int flags, int* flags_given)
{
    File* const mine = file_of(file);
    mine->base.pMethods = nullptr;
    mine->gathered = nullptr;
    mine->page = nullptr;
    sqlite3_file* const below = real(file);
    std::memset(below, 0, static_cast<std::size_t>(system_layer()->szOsFile));
    const int code = system_layer()->xOpen(system_layer(), name, below, flags, flags_given);
    if (!below->pMethods)
        return code;
    mine->methods = methods_over(*below->pMethods);
    mine->base.pMethods = &mine->methods;
    if (code == SQLITE_OK && (flags & SQLITE_OPEN_WAL)) {
        mine->gathered = new (std::nothrow) Gathered; // without it, writes go straight on
    }
    if (code == SQLITE_OK && (flags & SQLITE_OPEN_MAIN_DB)) {
        mine->page = new (std::nothrow) std::vector<unsigned char>;
        if (!mine->page) {
            below->pMethods->xClose(below);
            mine->base.pMethods = nullptr;
            return SQLITE_NOMEM;
        }
    }
    return code;
}

sqlite3_vfs layer_over(const sqlite3_vfs& below)
{
    sqlite3_vfs layer = below;
    layer.zName = kName;
    layer.pNext = nullptr;
    layer.szOsFile = static_cast<int>(sizeof(File)) + below.szOsFile;
    layer.xOpen = open;
    return layer;
}

} // namespace

const char* gathered_writes()
{
    static sqlite3_vfs layer = layer_over(*system_layer());
    static const int registered = sqlite3_vfs_register(&layer, 0);
    return registered == SQLITE_OK ? kName : nullptr;
}

} // namespace nextplease
