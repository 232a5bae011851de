// A layer under SQLite that gathers the writes to its write-ahead log. SQLite writes every page of a commit
// with two system calls, and half the time of a small commit goes there; gathered, a commit is one write and
// one sync.
//
// It is safe because nobody looks at what is gathered: SQLite tells other connections of frames only after
// the sync, and before this connection itself reads, measures, truncates, syncs or closes the log, what is
// gathered is written. A write that fails is reported by the call that wrote it, mostly the sync, so that the
// commit fails.
//
// It also clears what is free in the pages that are written to the database itself: see sqlite_page_space.h.
#pragma once

namespace nextplease {

// The name to open a database with. Registers the layer over the system's own the first time. Any thread.
const char* gathered_writes();

} // namespace nextplease
