-- Half-filled forms of steps, for the account that left them; matter_id 0 = a matter not yet opened.
create table step_drafts (
  region text not null, account text not null, register text not null, matter_id {number} not null, step text not null, inputs text not null, saved_at {moment} not null,
  primary key (region, account, register, matter_id, step)
);
