-- The names that code and documents use. H2 commits each statement by itself, so each does nothing if it was done before: a
-- start that was killed is repeated. PostgreSQL has no "if exists" for a column, but undoes the whole script when it fails.
alter table if exists once_answer rename to idempotent_response;
alter table idempotent_response ${rename_once_key} to idempotency_key;
alter index if exists once_answer_by_age rename to idempotent_response_by_age;
alter index if exists once_answer_pkey rename to idempotent_response_pkey;
