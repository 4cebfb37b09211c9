-- Workshops. Each change of a workshop, a group's move among them, raises workshop.revision first and so holds the row until
-- it is committed: changes of one workshop have one order, whichever instance makes them.
create table if not exists workshop (
    code varchar(6) primary key,
    at timestamp with time zone not null,
    title text not null,
    baseline_id varchar(100) not null,
    -- The resolved scenario.
    baseline ${bytes} not null,
    rules_sha256 varchar(64) not null,
    rounds integer not null,
    round_number integer not null,
    revealed boolean not null,
    paused boolean not null,
    ended boolean not null,
    -- Ids of indicators, separated by spaces.
    locked text not null,
    timer_ends timestamp with time zone,
    call_message text not null,
    revision bigint not null
);

create table if not exists workshop_group (
    workshop varchar(6) not null references workshop (code) on delete cascade,
    member integer not null,
    name text not null,
    -- The name without differences of case, which nobody hears.
    name_key varchar(200) not null,
    letter varchar(3) not null,
    -- The number of its moves, and what they amount to.
    revision integer not null,
    readings text not null,
    percent_tenths integer,
    relationship varchar(50),
    primary key (workshop, member),
    unique (workshop, name_key),
    unique (workshop, letter)
);

-- Written once and never changed.
create table if not exists workshop_move (
    workshop varchar(6) not null references workshop (code) on delete cascade,
    member integer not null,
    revision integer not null,
    -- Made by the client, so that a repetition is recognised.
    id uuid not null,
    at timestamp with time zone not null,
    round_number integer not null,
    changes text not null,
    -- The answer.
    percent_tenths integer not null,
    relationship varchar(50),
    moved integer not null,
    primary key (workshop, member, revision),
    unique (workshop, member, id)
);

-- Where each group stood when a round ended.
create table if not exists workshop_round (
    workshop varchar(6) not null references workshop (code) on delete cascade,
    round_number integer not null,
    member integer not null,
    at timestamp with time zone not null,
    revision integer not null,
    readings text not null,
    percent_tenths integer,
    relationship varchar(50),
    primary key (workshop, round_number, member)
);

-- Digests of secret tokens; the tokens themselves are with those who hold them only.
create table if not exists workshop_token (
    sha256 varchar(64) primary key,
    workshop varchar(6) not null references workshop (code) on delete cascade,
    holder varchar(20) not null,
    member integer not null,
    -- Whether it can be exchanged once for a token of the same holder.
    once_only boolean not null,
    at timestamp with time zone not null
);
