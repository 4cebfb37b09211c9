-- One script for H2 (in its PostgreSQL mode) and PostgreSQL. The placeholder bytes is the one word that differs: blob or bytea.
-- "If not exists": H2 commits each line by itself, and a first start that was killed goes on where it stopped.
-- Rows of assessment and scenario_version are written once and never changed. Those of assessment are deleted where a
-- retention is set, those of scenario_version never.

create table if not exists assessment (
    -- UUID, version 7: in the order of time, so that the primary key serves lists and periods too.
    id uuid primary key,
    at timestamp with time zone not null,
    scenario_id varchar(100) not null,
    title text not null,
    band varchar(30) not null,
    percent double precision not null,
    scenario_sha256 varchar(64) not null,
    rules_version varchar(100) not null,
    rules_sha256 varchar(64) not null,
    engine varchar(50) not null,
    owner varchar(255) not null,
    -- Compressed, as are all columns of bytes but scenario_version.body: zlib, RFC 1950.
    json ${bytes} not null
);
create index if not exists assessment_by_scenario on assessment (scenario_id, id);
create index if not exists assessment_by_band on assessment (band, id);
create index if not exists assessment_by_rules on assessment (rules_sha256, id);

create table if not exists once_answer (
    owner varchar(255) not null,
    once_key varchar(255) not null,
    fingerprint varchar(64) not null,
    at timestamp with time zone not null,
    -- Null only inside the transaction that reserves the key and writes the answer; nobody else sees that.
    status integer,
    headers text,
    -- Null where the body is the JSON of a kept assessment.
    body ${bytes},
    assessment uuid,
    primary key (owner, once_key)
);
create index if not exists once_answer_by_age on once_answer (at);

create table if not exists scenario_version (
    id varchar(100) not null,
    version integer not null,
    sha256 varchar(64) not null,
    at timestamp with time zone not null,
    author varchar(255) not null,
    -- Null where the scenario was taken away: the versions before it stay.
    body ${bytes},
    primary key (id, version)
);

create table if not exists job (
    id uuid primary key,
    owner varchar(255) not null,
    -- The place that open work takes among the few that one owner has; null once it has ended.
    slot integer,
    kind varchar(50) not null,
    state varchar(20) not null,
    at timestamp with time zone not null,
    done integer not null,
    total integer not null,
    attempts integer not null,
    holder uuid,
    lease_until timestamp with time zone,
    ended timestamp with time zone,
    request ${bytes} not null,
    result ${bytes},
    unique (owner, slot)
);
create index if not exists job_by_state on job (state, id);
