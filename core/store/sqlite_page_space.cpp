#include "core/store/sqlite_page_space.h"

#include <algorithm>

namespace nextplease {
namespace {

// https://www.sqlite.org/fileformat2.html, 1.6: b-tree pages. Numbers of two bytes, the high one first.
constexpr std::size_t kFileHeader = 100;
constexpr std::size_t kFreeblockHeader = 4; // where the next one is, and how long it is
enum PageType : unsigned char { kInteriorIndex = 2, kInteriorTable = 5, kLeafIndex = 10, kLeafTable = 13 };

std::size_t two_bytes(const unsigned char* at)
{
    return std::size_t { at[0] } * 256 + at[1];
}

// In ascending order by the format; whatever is otherwise is left alone.
void clear_freeblocks(unsigned char* page, std::size_t bytes, std::size_t from, std::size_t content)
{
    std::size_t before = 0;
    for (std::size_t at = from; at != 0; at = two_bytes(page + at)) {
        if (at < content || at <= before || at + kFreeblockHeader > bytes)
            return;
        const std::size_t length = two_bytes(page + at + 2);
        if (length < kFreeblockHeader || at + length > bytes)
            return;
        std::fill(page + at + kFreeblockHeader, page + at + length, static_cast<unsigned char>(0));
        before = at;
    }
}

} // namespace

void clear_free_space(unsigned char* page, std::size_t bytes, bool first)
{
    const std::size_t head = first ? kFileHeader : 0;
    constexpr std::size_t kLongestHead = 12;
    if (bytes < head + kLongestHead)
        return;
    const unsigned char type = page[head];
    const bool interior = type == kInteriorIndex || type == kInteriorTable;
    if (!interior && type != kLeafIndex && type != kLeafTable)
        return;
    const std::size_t cells = two_bytes(page + head + 3);
    const std::size_t pointers_end = head + (interior ? kLongestHead : 8) + 2 * cells;
    std::size_t content = two_bytes(page + head + 5);
    if (content == 0)
        content = 65'536;
    if (content < pointers_end || content > bytes)
        return;
    std::fill(page + pointers_end, page + content, static_cast<unsigned char>(0));
    clear_freeblocks(page, bytes, two_bytes(page + head + 1), content);
}

} // namespace nextplease
