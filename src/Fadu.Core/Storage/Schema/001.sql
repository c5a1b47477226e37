-- Every table leads with the region (行政区划代码), so that a province can be partitioned by it.
create table meta (
  key text not null primary key,
  value text not null
);
create table offices (
  region text not null, code text not null, name text not null, abbr text not null, kind text not null, parent text, powers integer not null, position integer not null, active {flag} not null,
  primary key (region, code)
);
create table accounts (
  region text not null, id text not null, login text not null, name text not null, office text not null, password_hash text not null, mobile text,
  must_change {flag} not null, failed integer not null, locked_until {moment}, password_at {moment} not null, session_stamp text not null, created_at {moment} not null, active {flag} not null,
  primary key (region, id)
);
create unique index accounts_login on accounts(login);
create table grants (
  region text not null, account text not null, role text not null, scope text not null,
  primary key (region, account, role)
);
create table old_passwords (
  region text not null, account text not null, password_hash text not null, since {moment} not null,
  primary key (region, account, since)
);
create table sign_ins (
  region text not null, id text not null, login text not null, account text, at {moment} not null, address text, result text not null,
  primary key (region, id)
);
create index sign_ins_at on sign_ins(region, at);
create table account_changes (
  region text not null, id text not null, at {moment} not null, account text not null, account_name text not null, address text, subject text not null, subject_name text not null, change text not null, detail text not null,
  primary key (region, id)
);
create index account_changes_at on account_changes(region, at);
create table reads (
  region text not null, id text not null, account text not null, office text not null, at {moment} not null, matter_id {number}, what text not null, reason text not null,
  primary key (region, id)
);
create index reads_at on reads(region, at);
create table officers (
  region text not null, certificate text not null, name text not null, office text not null, valid_until {day} not null, field text, active {flag} not null,
  primary key (region, certificate)
);
create table parameters (
  region text not null, register text not null, parameter text not null, value text not null, reason text not null, account text not null, at {moment} not null,
  primary key (region, register, parameter, at)
);
create table matters (
  region text not null, id {number} not null, register text not null, definition {day} not null, version integer not null, office text not null, handler text, number text, title text not null, status text not null,
  opened_on {day} not null, closed_on {day}, next_clock text, next_start {day}, next_due {day}, imported {flag} not null, source text, external text, head text not null, state text not null, changed_at {moment} not null,
  primary key (region, id)
);
create unique index matters_source on matters(region, register, source, external);
create index matters_handler on matters(region, handler, next_due);
create index matters_due on matters(region, next_due);
create index matters_office on matters(region, office, status);
create unique index matters_number on matters(region, register, number);
create table entries (
  region text not null, matter_id {number} not null, sequence integer not null, kind text not null, step text not null, payload text not null, took_effect {moment} not null, recorded {moment} not null,
  account text not null, office text not null, previous text not null, payload_digest text not null, hash text not null, mac text not null, leaf {number},
  primary key (region, matter_id, sequence)
);
create unique index entries_previous on entries(region, previous);
create index entries_unsealed on entries(region, matter_id, sequence) where leaf is null;
create unique index entries_leaf on entries(region, leaf);
create table tiles (
  region text not null, level integer not null, position {number} not null, hash text not null, matter_id {number}, sequence integer,
  primary key (region, level, position)
);
create table checkpoints (
  region text not null, size {number} not null, root text not null, note text not null, frontier {bytes} not null, at {moment} not null,
  primary key (region, size)
);
create table files (
  region text not null, sm3 text not null, sha256 text not null, size {number} not null, type text not null, scan text not null, added_at {moment} not null,
  primary key (region, sm3)
);
create table matter_files (
  region text not null, matter_id {number} not null, sequence integer not null, position integer not null, instrument text not null, name text not null, sm3 text not null, size {number} not null,
  primary key (region, matter_id, sequence, position)
);
create index matter_files_sm3 on matter_files(region, sm3);
create table numbers (
  region text not null, series text not null, year integer not null, last integer not null,
  primary key (region, series, year)
);
create table findings (
  region text not null, id {number} not null, rule text not null, severity text not null, register text, matter_id {number}, office text not null, officer text, title text not null, says text not null,
  occurred_on {day} not null, noticed_at {moment} not null, status text not null, due {day}, instrument text, resolved_at {moment}, closed_at {moment}, version integer not null, key text not null,
  primary key (region, id)
);
create unique index findings_key on findings(region, key);
create index findings_office on findings(region, office, status);
create index findings_matter on findings(region, matter_id);
create table finding_acts (
  region text not null, finding_id {number} not null, sequence integer not null, act text not null, text text not null, account text not null, account_name text not null, office text not null, at {moment} not null, instrument text, due {day},
  primary key (region, finding_id, sequence)
);
create table imports (
  region text not null, id text not null, register text not null, source text not null, file_name text not null, sm3 text not null, account text not null, office text not null, at {moment} not null,
  status text not null, rows_read integer not null, rows_valid integer not null, rows_added integer not null, rows_changed integer not null, rows_same integer not null, detail text not null,
  primary key (region, id)
);
create table import_rows (
  region text not null, import_id text not null, row_no integer not null, result text not null, external text, matter_id {number}, cells text not null, errors text not null,
  primary key (region, import_id, row_no)
);
create table saved_views (
  region text not null, account text not null, register text not null, name text not null, query text not null,
  primary key (region, account, register, name)
);
create table choices (
  region text not null, measure text not null, office text not null, year integer not null, definition text not null, reason text not null, account text not null, at {moment} not null,
  primary key (region, measure, office, year, at)
);
create table reports (
  region text not null, id text not null, matter_id {number} not null, template text not null, year integer not null, office text not null, title text not null, status text not null, version integer not null, draft text not null, changed_at {moment} not null, account text not null,
  primary key (region, id)
);
create table narratives (
  region text not null, report_id text not null, section text not null, office text not null, version integer not null, status text not null, text text not null, reason text not null, account text not null, at {moment} not null,
  primary key (region, report_id, section, office, version)
);
create table snapshots (
  region text not null, id text not null, report_id text not null, sequence integer not null, title text not null, year integer not null, office text not null, body text not null, sm3 text not null, law text not null,
  checkpoint_size {number} not null, checkpoint_root text not null, reason text not null, frozen_at {moment} not null, account text not null,
  primary key (region, id)
);
create unique index snapshots_report on snapshots(region, report_id, sequence);
create table snapshot_figures (
  region text not null, snapshot_id text not null, figure text not null, position integer not null, section text not null, title text not null, measure text, filter text not null, form text not null,
  definition text, definition_text text not null, office text, period_start {day}, period_end {day}, unit text not null, value text, numerator text, denominator text, previous text, printed text not null, lists text not null,
  primary key (region, snapshot_id, figure)
);
create table snapshot_lists (
  region text not null, sm3 text not null, count integer not null, items text not null,
  primary key (region, sm3)
);
create table jobs (
  region text not null, name text not null, last_run {moment}, last_result text,
  primary key (region, name)
);
create table working_days (
  day {day} not null primary key, ordinal integer not null, working {flag} not null
);
