-- Who may join, and how many groups have joined so far: numbers of groups are not used again.
alter table workshop add column if not exists joining varchar(20) default 'OPEN' not null;
alter table workshop add column if not exists joined integer default 0 not null;
update workshop set joined = (select coalesce(max(g.member), 0) from workshop_group g where g.workshop = workshop.code)
    where joined = 0;
-- When a device of the group was last heard of, and a digest of the address from which it joined.
alter table workshop_group add column if not exists seen timestamp with time zone;
alter table workshop_group add column if not exists origin varchar(64) default '' not null;
