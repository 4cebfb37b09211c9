-- What the list of assessments says of their uncertainty. Null where an earlier version stored the assessment.
alter table assessment add column if not exists low_percent double precision;
alter table assessment add column if not exists high_percent double precision;
alter table assessment add column if not exists confidence varchar(20);
