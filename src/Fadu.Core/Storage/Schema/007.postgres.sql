truncate search;
alter table search add column opened_on date not null;
create index search_opened on search(region, opened_on);
