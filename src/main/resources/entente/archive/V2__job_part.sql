-- A large request of a job is stored in parts, so that no reader or writer needs all of it in memory. The first part, which
-- is all of a small request, stays in job.request. The parts go with their job.
create table if not exists job_part (
    job uuid not null references job (id) on delete cascade,
    part integer not null,
    bytes ${bytes} not null,
    primary key (job, part)
);
