// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

/**
 * The queries of {@code pg_catalog}, a fixed number of them whatever the schema's size. Each has {@code ?} for the array of schema names.
 * (Not {@code information_schema}: it hides what the role may not touch, and its join for foreign keys is quadratic.)
 */
final class PostgresCatalog {
    /** What the session looks like before it is read. */
    static final String SETTINGS = """
            select current_schema() as default_schema, current_setting('search_path') as search_path, \
            current_setting('jit') as jit""";

    /** For the transaction if the parameter is true, else for the session: names that are not of the system's are printed with their schema; compiling costs more than these queries. */
    static final String PREPARE = """
            select set_config('search_path', '', local) as search_path, set_config('jit', 'off', local) as jit
            from (select ?::boolean as local) as scope""";

    static final String RESTORE = """
            select set_config('search_path', path, local) as search_path, set_config('jit', jit, local) as jit
            from (select ?::text as path, ?::text as jit, ?::boolean as local) as scope""";

    /** Tables that belong to nobody else: no partitions, nothing of an extension. */
    private static final String OWN_TABLES = """
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any(?) and c.relkind in ('r', 'p') and not c.relispartition
            and not exists (select 1 from pg_catalog.pg_depend e
                where e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and e.objid = c.oid and e.deptype = 'e')""";

    static final String TABLES = """
            select n.nspname as schema, c.relname as table_name,
                pg_catalog.obj_description(c.oid, 'pg_class') as comment,
                pg_catalog.pg_get_partkeydef(c.oid) as partition_key
            """ + OWN_TABLES;

    /** Has a second {@code ?}, for the table's name. */
    static final String HAS_TABLE = "select c.relname as table_name " + OWN_TABLES + " and c.relname = ?";

    /** The sequence of an identity hangs on its column by an internal dependency. */
    static final String COLUMNS = """
            select n.nspname as schema, c.relname as table_name, a.attname as name,
                pg_catalog.format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as not_null,
                pg_catalog.pg_get_expr(d.adbin, d.adrelid) as expression,
                a.attgenerated::text as generated, a.attidentity::text as identity,
                s.seqstart as start, s.seqincrement as increment,
                case when a.attcollation <> t.typcollation then l.collname end as collation,
                pg_catalog.col_description(c.oid, a.attnum) as comment
            from pg_catalog.pg_attribute a
            join pg_catalog.pg_class c on c.oid = a.attrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            join pg_catalog.pg_type t on t.oid = a.atttypid
            left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            left join pg_catalog.pg_collation l on l.oid = a.attcollation
            left join pg_catalog.pg_depend o on a.attidentity <> '' and o.refobjid = a.attrelid
                and o.refobjsubid = a.attnum and o.deptype = 'i'
                and o.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                and o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
            left join pg_catalog.pg_sequence s on s.seqrelid = o.objid
            where n.nspname = any(?) and c.relkind in ('r', 'p') and not c.relispartition
            and a.attnum > 0 and not a.attisdropped
            order by a.attrelid, a.attnum""";

    /** Primary, unique and foreign keys, and checks; the key that a partition inherits is its parent's. */
    static final String CONSTRAINTS = """
            select n.nspname as schema, c.relname as table_name, k.conname as name, k.contype::text as kind,
                array(select a.attname::text from unnest(k.conkey) with ordinality as u(attnum, ord)
                    join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.attnum
                    order by u.ord) as columns,
                fn.nspname as target_schema, fc.relname as target_table,
                array(select a.attname::text from unnest(k.confkey) with ordinality as u(attnum, ord)
                    join pg_catalog.pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.attnum
                    order by u.ord) as target_columns,
                k.confdeltype::text as on_delete, k.confupdtype::text as on_update,
                k.condeferrable as is_deferrable, k.condeferred as is_deferred,
                pg_catalog.pg_get_expr(k.conbin, k.conrelid) as condition
            from pg_catalog.pg_constraint k
            join pg_catalog.pg_class c on c.oid = k.conrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            left join pg_catalog.pg_class fc on fc.oid = k.confrelid
            left join pg_catalog.pg_namespace fn on fn.oid = fc.relnamespace
            where n.nspname = any(?) and c.relkind in ('r', 'p') and not c.relispartition
            and k.contype in ('p', 'u', 'f', 'c') and k.conparentid = 0""";

    /**
     * Indexes that no constraint made and that {@link io.aludel.core.schema.Index} can say: B-trees without included columns, whose keys have
     * the type's own operators, the column's own collation and NULLs where PostgreSQL puts them.
     */
    static final String INDEXES = """
            select n.nspname as schema, c.relname as table_name, i.relname as name, x.indisunique as is_unique,
                pg_catalog.pg_get_expr(x.indpred, x.indrelid) as predicate,
                array(select a.attname::text from generate_series(0, x.indnkeyatts - 1) as k(at)
                    left join pg_catalog.pg_attribute a
                        on a.attrelid = x.indrelid and a.attnum = x.indkey[k.at] and x.indkey[k.at] <> 0
                    order by k.at) as columns,
                array(select pg_catalog.pg_get_indexdef(x.indexrelid, k.at + 1, false)
                    from generate_series(0, x.indnkeyatts - 1) as k(at) order by k.at) as expressions,
                array(select (x.indoption[k.at] & 1)::text
                    from generate_series(0, x.indnkeyatts - 1) as k(at) order by k.at) as descending
            from pg_catalog.pg_index x
            join pg_catalog.pg_class i on i.oid = x.indexrelid
            join pg_catalog.pg_am m on m.oid = i.relam
            join pg_catalog.pg_class c on c.oid = x.indrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any(?) and c.relkind in ('r', 'p') and not c.relispartition
            and m.amname = 'btree' and x.indnatts = x.indnkeyatts
            and not exists (select 1 from pg_catalog.pg_constraint k
                where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))
            and not exists (select 1 from generate_series(0, x.indnkeyatts - 1) as k(at)
                join pg_catalog.pg_opclass p on p.oid = x.indclass[k.at]
                left join pg_catalog.pg_attribute a
                    on a.attrelid = x.indrelid and a.attnum = x.indkey[k.at] and x.indkey[k.at] <> 0
                where not p.opcdefault or x.indoption[k.at] not in (0, 3)
                or a.attcollation <> x.indcollation[k.at])""";

    /** Sequences that no column owns. */
    static final String SEQUENCES = """
            select n.nspname as schema, c.relname as name, s.seqstart as start, s.seqincrement as increment
            from pg_catalog.pg_sequence s
            join pg_catalog.pg_class c on c.oid = s.seqrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any(?)
            and not exists (select 1 from pg_catalog.pg_depend o
                where o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and o.objid = c.oid
                and o.deptype in ('a', 'i', 'e'))""";

    static final String VERSION = "select current_setting('server_version_num')::int as version";

    private PostgresCatalog() {}
}
