-- A schedule no longer waits until the likelihood crosses the limit of a band: those that did publish whatever has changed.
update schedule set if_changed = true where if_crosses <> '';
alter table schedule alter column if_crosses set default '';
