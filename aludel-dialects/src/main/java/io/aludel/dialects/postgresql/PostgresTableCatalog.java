// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import static io.aludel.dialects.postgresql.PostgresCatalog.notOfAnExtension;

/**
 * The queries about tables and views, and what belongs to them. The first finds them by schema, kind and name; the others have {@code ?} for the
 * array of those that were found, by their numbers.
 */
final class PostgresTableCatalog {
    /** Storage parameters as {@code with (…)} takes them, in their order; a value that is no number and no plain word is quoted. */
    private static String options(String array) {
        return """
                select quote_ident(o.option_name) || '=' || case
                        when o.option_value ~ '^-?[0-9]+([.][0-9]+)?$' or quote_ident(o.option_value) = o.option_value
                            or o.option_value in ('true', 'false', 'on')
                        then o.option_value else quote_literal(o.option_value) end
                    from pg_catalog.pg_options_to_table(%s) with ordinality as o(option_name, option_value, ord)
                    order by o.ord""".formatted(array);
    }

    private static final String OF_SCHEMA_AND_KIND = """
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            """;

    private static final String WANTED = """
            where n.nspname = any(?) and c.relkind::text = any(?)
            """ + notOfAnExtension("pg_class", "c");

    static final String HAS_TABLE = "select c.relname as name " + OF_SCHEMA_AND_KIND + WANTED + " and c.relname = ?";

    /** As the planner reckons: the rows of a page when it was last looked at, by the pages that there are now (manual, 68.1); null where it never was. */
    static final String ESTIMATED_ROWS = """
            select case when c.reltuples > 0 and c.relpages > 0
                    then (c.reltuples / c.relpages * (pg_catalog.pg_relation_size(c.oid)
                        / pg_catalog.current_setting('block_size')::bigint))::bigint end as estimated_rows
            from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relname = ?""";

    /** After schemas and kinds it has {@code ?} for whether all names are wanted, and for the schemas and names of those that are. */
    static final String RELATIONS = """
            select c.oid::text as oid, n.nspname as schema, c.relname as name, c.relkind::text as kind,
                obj_description(c.oid, 'pg_class') as comment, c.relpersistence::text as persistence,
                pg_get_partkeydef(c.oid) as partition_key, nullif(m.amname, 'heap') as access_method,
                case when c.relispartition then pg_get_expr(c.relpartbound, c.oid) end as bound,
                c.relispartition as is_partition, pn.nspname as parent_schema, pc.relname as parent_name,
                array(select quote_ident(hn.nspname) || '.' || quote_ident(hc.relname)
                    from pg_catalog.pg_inherits h join pg_catalog.pg_class hc on hc.oid = h.inhparent
                    join pg_catalog.pg_namespace hn on hn.oid = hc.relnamespace
                    where h.inhrelid = c.oid and not c.relispartition order by h.inhseqno) as inherits,
                array(""" + options("c.reloptions") + """
                ) as options,
                array(""" + options("toast.reloptions") + """
                ) as toast_options,
                case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) end as query,
                case when c.reloftype <> 0 then format_type(c.reloftype, null) end as of_type,
                c.relrowsecurity as has_row_security, p.inhdetachpending as is_going
            """
            + OF_SCHEMA_AND_KIND + """
            left join pg_catalog.pg_class toast on toast.oid = c.reltoastrelid
            left join pg_catalog.pg_am m on m.oid = c.relam and c.relkind in ('r', 'p', 'm')
            left join pg_catalog.pg_inherits p on p.inhrelid = c.oid and c.relispartition
            left join pg_catalog.pg_class pc on pc.oid = p.inhparent
            left join pg_catalog.pg_namespace pn on pn.oid = pc.relnamespace
            """ + WANTED + """
             and (?::boolean or (n.nspname, c.relname) in
                (select w.schema, w.name from (select unnest(?::text[]) as schema, unnest(?::text[]) as name) as w))
            order by c.oid""";

    /**
     * Of a partition only those that say something else than its table's. The sequence of an identity hangs on its column by an internal
     * dependency; a partition's identity is its table's.
     */
    static final String COLUMNS = """
            select a.attrelid::text as oid, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
                a.attnotnull as not_null, pg_get_expr(d.adbin, d.adrelid) as expression,
                a.attgenerated::text as generated,
                case when c.relispartition then '' else a.attidentity::text end as identity,
                format_type(s.seqtypid, null) as number_type, s.seqstart as start, s.seqincrement as increment,
                s.seqmin as minimum, s.seqmax as maximum, s.seqcache as cache, s.seqcycle as cycle,
                case when a.attcollation <> t.typcollation then l.collname end as collation,
                ln.nspname as collation_schema, col_description(c.oid, a.attnum) as comment
            from pg_catalog.pg_attribute a
            join pg_catalog.pg_class c on c.oid = a.attrelid
            join pg_catalog.pg_type t on t.oid = a.atttypid
            left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            left join pg_catalog.pg_collation l on l.oid = a.attcollation
            left join pg_catalog.pg_namespace ln on ln.oid = l.collnamespace
            left join pg_catalog.pg_depend o on a.attidentity <> '' and o.refobjid = a.attrelid
                and o.refobjsubid = a.attnum and o.deptype = 'i'
                and o.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                and o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
            left join pg_catalog.pg_sequence s on s.seqrelid = o.objid
            left join pg_catalog.pg_inherits h on c.relispartition and h.inhrelid = c.oid
            left join pg_catalog.pg_attribute b on b.attrelid = h.inhparent and b.attname = a.attname
            left join pg_catalog.pg_attrdef e on e.adrelid = b.attrelid and e.adnum = b.attnum
            where a.attrelid = any(?::text[]::oid[]) and a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p')
            and (not c.relispartition or a.attnotnull <> b.attnotnull
                or pg_get_expr(d.adbin, d.adrelid) is distinct from pg_get_expr(e.adbin, e.adrelid)
                or col_description(c.oid, a.attnum) is not null)
            order by a.attrelid, a.attnum""";

    /**
     * Primary, unique and foreign keys, and checks; not those that a partition or an heir has from its table. A {@code not null} only where it is more
     * than that.
     *
     * @param version as {@code server_version_num} has it
     */
    static String constraints(int version) {
        return """
                select k.conrelid::text as oid, k.conname as name, k.contype::text as kind,
                    array(select a.attname::text from unnest(k.conkey) with ordinality as u(attnum, ord)
                        join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.attnum
                        order by u.ord) as columns,
                    array(select a.attname::text from generate_series(x.indnkeyatts, x.indnatts - 1) as u(at)
                        join pg_catalog.pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[u.at]
                        order by u.at) as include,
                    array(""" + options("i.reloptions") + """
                    ) as options,
                    fn.nspname as target_schema, fc.relname as target_table,
                    array(select a.attname::text from unnest(k.confkey) with ordinality as u(attnum, ord)
                        join pg_catalog.pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.attnum
                        order by u.ord) as target_columns,
                    k.confdeltype::text as on_delete, k.confupdtype::text as on_update, k.confmatchtype::text as match,
                    k.condeferrable as is_deferrable, k.condeferred as is_deferred, k.convalidated as is_validated,
                    k.connoinherit and k.contype in ('c', 'n') as is_not_inherited,
                    """ + since(version, 15, "x.indnullsnotdistinct", "false")
                + " as nulls_equal, "
                + since(version, 15, "k.confdelsetcols is not null", "false") + " as deletes_some, "
                + since(version, 18, "not k.conenforced", "false") + " as is_not_enforced, "
                + since(version, 18, "k.conperiod", "false") + """
                 as is_temporal, pg_get_expr(k.conbin, k.conrelid) as condition
                from pg_catalog.pg_constraint k
                left join pg_catalog.pg_index x on x.indexrelid = k.conindid and k.contype in ('p', 'u')
                left join pg_catalog.pg_class i on i.oid = x.indexrelid
                left join pg_catalog.pg_class fc on fc.oid = k.confrelid
                left join pg_catalog.pg_namespace fn on fn.oid = fc.relnamespace
                where k.conrelid = any(?::text[]::oid[]) and k.conparentid = 0
                and (k.contype in ('p', 'u', 'f') or k.contype = 'c' and k.coninhcount = 0
                    or k.contype = 'n' and k.coninhcount = 0 and (k.connoinherit or not k.convalidated))""";
    }

    /**
     * Indexes that no primary or unique key made, and what exclusion constraints are made of; not those that a partition has from its table. The arrays
     * are of the keys, in order.
     *
     * @param version as {@code server_version_num} has it
     */
    static String indexes(int version) {
        return """
                select x.indrelid::text as oid, i.relname as name, x.indisunique as is_unique, x.indisvalid as is_valid,
                    case when m.amname not in ('btree', 'lsm', 'prefix') then m.amname end as method,
                    pg_get_expr(x.indpred, x.indrelid) as predicate,
                    keys.columns, keys.expressions, keys.orders, keys.collations, keys.collation_schemas, keys.classes,
                    array(select a.attname::text from generate_series(x.indnkeyatts, x.indnatts - 1) as u(at)
                        join pg_catalog.pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[u.at]
                        order by u.at) as include,
                    array(""" + options("i.reloptions") + """
                    ) as options,
                    """ + since(version, 15, "x.indnullsnotdistinct", "false")
                + " as nulls_equal, "
                + since(version, 18, "coalesce(k.conperiod, false)", "false") + """
                 as is_temporal, k.oid is not null as is_exclusion,
                    k.condeferrable as is_deferrable, k.condeferred as is_deferred,
                    array(select case when pn.nspname = 'pg_catalog' then p.oprname::text
                            else 'operator(' || quote_ident(pn.nspname) || '.' || p.oprname || ')' end
                        from unnest(k.conexclop) with ordinality as u(operator, ord)
                        join pg_catalog.pg_operator p on p.oid = u.operator
                        join pg_catalog.pg_namespace pn on pn.oid = p.oprnamespace order by u.ord) as operators
                from pg_catalog.pg_index x
                join pg_catalog.pg_class i on i.oid = x.indexrelid
                join pg_catalog.pg_am m on m.oid = i.relam
                left join pg_catalog.pg_constraint k on k.conindid = x.indexrelid and k.conrelid = x.indrelid
                    and k.contype in ('p', 'u', 'x')
                cross join lateral (""" + KEYS + """
                ) as keys
                where x.indrelid = any(?::text[]::oid[]) and not i.relispartition and (k.oid is null or k.contype = 'x')
                """
                + notOfAnExtension("pg_class", "i");
    }

    /** An operator class has a name here if it is not the usual one, or has options. */
    private static final String KEYS = """
            select array_agg(a.attname::text order by u.at) as columns,
                array_agg(case when x.indkey[u.at] = 0 then pg_get_indexdef(x.indexrelid, u.at + 1, false) end
                    order by u.at) as expressions,
                array_agg(x.indoption[u.at]::text order by u.at) as orders,
                array_agg(l.collname::text order by u.at) as collations,
                array_agg(ln.nspname::text order by u.at) as collation_schemas,
                array_agg(case when not p.opcdefault or ia.attoptions is not null then
                        case when pn.nspname = 'pg_catalog' then '' else quote_ident(pn.nspname) || '.' end
                        || quote_ident(p.opcname) || coalesce(' (' || nullif(array_to_string(array(
            """ + options("ia.attoptions") + """
            ), ', '), '') || ')', '') end order by u.at) as classes
            from generate_series(0, x.indnkeyatts - 1) as u(at)
            join pg_catalog.pg_attribute ia on ia.attrelid = x.indexrelid and ia.attnum = u.at + 1
            left join pg_catalog.pg_attribute a
                on a.attrelid = x.indrelid and a.attnum = x.indkey[u.at] and x.indkey[u.at] <> 0
            join pg_catalog.pg_opclass p on p.oid = x.indclass[u.at]
            join pg_catalog.pg_namespace pn on pn.oid = p.opcnamespace
            left join pg_catalog.pg_collation l on l.oid = x.indcollation[u.at] and x.indcollation[u.at] <> coalesce(
                a.attcollation, 'pg_catalog."default"'::pg_catalog.regcollation::oid)
            left join pg_catalog.pg_namespace ln on ln.oid = l.collnamespace""";

    /** Not those that the server made for a constraint, or for the partitions of a table that has one. */
    static final String TRIGGERS = """
            select g.tgrelid::text as oid, g.tgname as name, pg_get_triggerdef(g.oid) as definition,
                g.tgenabled::text as enabled
            from pg_catalog.pg_trigger g
            where g.tgrelid = any(?::text[]::oid[]) and not g.tgisinternal and g.tgparentid = 0
            """ + notOfAnExtension("pg_trigger", "g");

    /** What belongs to a table or view and has no place in the schema. */
    static final String OTHERS = """
            select r.ev_class::text as oid, 'rule' as kind, r.rulename as name
            from pg_catalog.pg_rewrite r where r.ev_class = any(?::text[]::oid[]) and r.rulename <> '_RETURN'
            union all
            select p.polrelid::text, 'policy', p.polname
            from pg_catalog.pg_policy p where p.polrelid = any(?::text[]::oid[])
            union all
            select s.stxrelid::text, 'statistics', s.stxname
            from pg_catalog.pg_statistic_ext s where s.stxrelid = any(?::text[]::oid[])
            union all
            select d.adrelid::text, 'default of view column', a.attname
            from pg_catalog.pg_attrdef d
            join pg_catalog.pg_class c on c.oid = d.adrelid and c.relkind = 'v'
            join pg_catalog.pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
            where d.adrelid = any(?::text[]::oid[])""";

    private PostgresTableCatalog() {}

    private static String since(int version, int major, String expression, String before) {
        return version >= major * 10_000 ? expression : before;
    }
}
