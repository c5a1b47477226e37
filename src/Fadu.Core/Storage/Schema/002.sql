-- What an act did to other matters: froze them in a population (1), stepped or opened them in a batch (2), opened them (3).
create table links (
  region text not null, matter_id {number} not null, sequence integer not null, other_id {number} not null, kind integer not null,
  primary key (region, matter_id, sequence, other_id)
);
create index links_other on links(region, other_id);
