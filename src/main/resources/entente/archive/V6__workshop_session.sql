-- The round with which a group is ready; null after a further move. The id that a browser joined with, so that a repetition
-- is recognised.
alter table workshop_group add column if not exists ready_round integer;
alter table workshop_group add column if not exists join_id uuid;
