-- Schedules of briefings. A run belongs to one due time, and its primary key admits it once, whichever instance claims it.
create table if not exists schedule (
    id uuid primary key,
    -- Rises with every change.
    revision integer not null,
    name varchar(120) not null,
    -- Id of a scenario, or a path below the folder of the scenarios.
    scenario varchar(200) not null,
    cron varchar(100) not null,
    time_zone varchar(64) not null,
    -- Separated by spaces.
    formats varchar(40) not null,
    -- One a line.
    targets text not null,
    if_changed boolean not null,
    -- Name of a band, or empty.
    if_crosses varchar(40) not null,
    author varchar(255) not null,
    -- Only later times are due: when the schedule was created, or its times last changed.
    since timestamp with time zone not null
);

create table if not exists schedule_run (
    schedule uuid not null references schedule (id) on delete cascade,
    due_at timestamp with time zone not null,
    -- The job that does the work; deleted some time after it has ended.
    job uuid,
    -- The time of issue of its editions; null until the run is begun.
    started timestamp with time zone,
    -- Null until the run has ended.
    outcome varchar(20),
    detail text not null,
    -- Separated by spaces.
    editions text not null,
    ended timestamp with time zone,
    primary key (schedule, due_at)
);

-- One for each edition and target, so that none is sent twice. Kept when the schedule is deleted.
create table if not exists delivery (
    id uuid primary key,
    edition varchar(200) not null,
    target varchar(500) not null,
    schedule uuid not null,
    state varchar(20) not null,
    at timestamp with time zone not null,
    attempts integer not null,
    -- While an instance delivers: when another may try again.
    next_attempt timestamp with time zone not null,
    holder uuid,
    last_error varchar(300) not null,
    delivered timestamp with time zone,
    unique (edition, target)
);

create index if not exists delivery_due on delivery (state, next_attempt);
