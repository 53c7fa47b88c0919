// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.name.TableName;
import java.util.List;

/** Tables that other tools keep in the databases of programs, under the names that they have if nobody says otherwise. */
final class OtherTools {
    private static final List<String> TABLES = List.of(
            // Histories of migrations: Flyway, Liquibase, Alembic, Django, Rails, Entity Framework, Prisma, Knex,
            // goose.
            "flyway_schema_history",
            "databasechangelog",
            "databasechangeloglock",
            "alembic_version",
            "django_migrations",
            "schema_migrations",
            "ar_internal_metadata",
            "__efmigrationshistory",
            "_prisma_migrations",
            "knex_migrations",
            "knex_migrations_lock",
            "goose_db_version",
            // What PostGIS and SpatiaLite know of geometries.
            "spatial_ref_sys",
            "geometry_columns",
            "raster_columns",
            "raster_overviews",
            // Hibernate's tables for statements about many rows.
            "hte_*",
            // Locks, sessions, jobs: ShedLock, Spring Session, Spring Batch, Quartz.
            "shedlock",
            "spring_session",
            "spring_session_attributes",
            "batch_job_instance",
            "batch_job_execution",
            "batch_job_execution_params",
            "batch_job_execution_context",
            "batch_step_execution",
            "batch_step_execution_context",
            "qrtz_*");

    private OtherTools() {}

    static boolean own(TableName table) {
        return TableFilter.isAmong(TABLES, TableName.of(table.name()));
    }
}
