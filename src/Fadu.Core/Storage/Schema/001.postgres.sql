create table search (
  region text not null, id bigint not null, words tsvector not null,
  primary key (region, id)
);
create index search_words on search using gin(words);
