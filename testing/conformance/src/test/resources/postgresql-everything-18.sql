-- What came with PostgreSQL 18.
create table computed (a integer, b integer generated always as (a + 1) virtual);
