-- Since when a workshop is paused: its time stands still. One that is paused by an earlier version has no time left.
alter table workshop add column if not exists paused_at timestamp with time zone;
update workshop set paused_at = coalesce(timer_ends, at) where paused and paused_at is null;
