drop table search;
create virtual table search using fts5(words, content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 0");
-- The day of opening and a running number within it: row ids of the search index, which therefore delivers matches by days.
create table search_places (place integer primary key, matter_id integer not null);
