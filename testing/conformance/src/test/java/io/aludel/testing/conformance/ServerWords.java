// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import io.aludel.testing.databases.FreshDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that PostgreSQL itself says of a database's objects, asked without our introspector: what it overlooks is found by comparing two databases in
 * these words. Names that the server makes up for a partition's parts, and of {@code not null} constraints, are left out.
 */
final class ServerWords {
    private static final String OWN = "n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'";

    private static final List<String> QUERIES = List.of("""
            select 'schema ' || n.nspname from pg_namespace n where %s""", """
            select c.relkind::text || ' ' || c.oid::regclass || ' ' || c.relpersistence::text || ' ' || coalesce(c.reloptions::text, '')
                || coalesce((select t.reloptions::text from pg_class t where t.oid = c.reltoastrelid), '')
                || coalesce(pg_get_partkeydef(c.oid), '') || coalesce(pg_get_expr(c.relpartbound, c.oid), '')
                || coalesce(obj_description(c.oid, 'pg_class'), '')
                || coalesce((select string_agg(h.inhparent::regclass::text, ' ' order by h.inhseqno)
                    from pg_inherits h where h.inhrelid = c.oid), '')
            from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind not in ('i', 'I') and %s""", """
            select 'column ' || c.oid::regclass || '.' || a.attname || ' '
                || case when c.relispartition then 0 else row_number() over (partition by c.oid order by a.attnum) end
                || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || a.attidentity::text || a.attgenerated::text
                || ' ' || coalesce(l.collname, '') || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
                || ' ' || coalesce(col_description(c.oid, a.attnum), '')
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
            left join pg_collation l on l.oid = a.attcollation
            where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'v', 'm') and %s""", """
            select 'constraint ' || coalesce(nullif(k.conrelid, 0)::regclass::text, k.contypid::regtype::text) || ' '
                || case when k.conparentid = 0 then k.conname else '' end || ' ' || pg_get_constraintdef(k.oid)
                || ' ' || k.convalidated || k.coninhcount
            from pg_constraint k join pg_namespace n on n.oid = k.connamespace where k.contype <> 'n' and %s""", """
            select 'index ' || case when i.relispartition then x.indrelid::regclass::text
                    || substr(pg_get_indexdef(i.oid), position(' ON ' in pg_get_indexdef(i.oid)))
                else pg_get_indexdef(i.oid) end || ' ' || x.indisvalid
            from pg_index x join pg_class i on i.oid = x.indexrelid join pg_namespace n on n.oid = i.relnamespace
            where %s""", """
            select 'sequence ' || s.seqrelid::regclass || ' ' || s.seqtypid::regtype || ' ' || s.seqstart || ' ' || s.seqincrement
                || ' ' || s.seqmin || ' ' || s.seqmax || ' ' || s.seqcache || ' ' || s.seqcycle || coalesce((
                    select d.deptype::text || ' ' || d.refobjid::regclass || ' ' || a.attname from pg_depend d
                    join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
                    where d.objid = c.oid and d.deptype in ('a', 'i') and d.classid = 'pg_class'::regclass), '')
            from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace
            where %s""", """
            select 'type ' || t.oid::regtype || ' ' || t.typtype::text || ' ' || coalesce(format_type(t.typbasetype, t.typtypmod), '')
                || ' ' || t.typnotnull || coalesce(t.typdefault, '') || ' ' || t.typcollation::regcollation
                || coalesce(obj_description(t.oid, 'pg_type'), '')
                || coalesce((select string_agg(e.enumlabel, ',' order by e.enumsortorder) from pg_enum e
                    where e.enumtypid = t.oid), '')
            from pg_type t join pg_namespace n on n.oid = t.typnamespace where t.typtype in ('e', 'd') and %s""", """
            select 'routine ' || p.oid::regprocedure || case p.prokind when 'a' then (select to_jsonb(a)::text
                    from pg_aggregate a where a.aggfnoid = p.oid) else pg_get_functiondef(p.oid) end
                || coalesce(obj_description(p.oid, 'pg_proc'), '')
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace where %s""", """
            select 'trigger ' || pg_get_triggerdef(t.oid) || t.tgenabled::text
            from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
            where not t.tgisinternal and %s""", """
            select 'view ' || c.oid::regclass || pg_get_viewdef(c.oid)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('v', 'm') and %s""");

    private ServerWords() {}

    static Set<String> of(FreshDatabase database) throws SQLException {
        Set<String> words = new TreeSet<>();
        try (Connection connection = database.openConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = ''");
            for (String query : QUERIES) {
                try (ResultSet result = statement.executeQuery(query.formatted(OWN))) {
                    while (result.next()) {
                        words.add(result.getString(1));
                    }
                }
            }
        }
        return words;
    }
}
