-- The primary key already refuses a second entry at one place of a chain; an index in the order of hashes only made every import write to pages all over it.
drop index entries_previous;
-- Only what has a place in the log: until an entry is sealed, this index has nothing to say of it.
drop index entries_leaf;
create unique index entries_leaf on entries(region, leaf) where leaf is not null;
