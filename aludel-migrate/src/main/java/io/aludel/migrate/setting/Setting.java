// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.setting;

import java.util.Locale;

/** Every setting there is, with what it is for. A flag is called as the setting: {@code --scripts.package}. */
public enum Setting {
    URL("url", Kind.SECRET, "", "The database: sqlite:school.db, postgresql://user@host/school, or a JDBC URL."),
    SCRIPTS("scripts", Kind.FOLDER, "src/main/java/migrations", "The folder of the migration scripts."),
    SCRIPTS_PACKAGE("scripts.package", Kind.TEXT, "migrations", "The package of the scripts; empty for none."),
    SCRIPTS_HEADER("scripts.header", Kind.TEXT, "", "What each script begins with, such as a licence line."),
    MODEL_PACKAGES("model.packages", Kind.LIST, "", "Packages of the entities, separated by commas; empty for all."),
    MODEL_CLASSPATH("model.classpath", Kind.FOLDERS, "target/classes", "Folders and jars with the entities' classes."),
    MODEL_SOURCES("model.sources", Kind.FOLDERS, "", "Folders of the entities' sources, where there is no build."),
    LEDGER_SCHEMA("ledger.schema", Kind.TEXT, "", "The schema of our own tables; empty for the default one."),
    LEDGER_PREFIX("ledger.prefix", Kind.TEXT, "aludel", "What the names of our own tables begin with."),
    SCHEMAS("schemas", Kind.LIST, "", "Schemas that are compared; empty for those that the model names."),
    INCLUDE_TABLES("include.tables", Kind.LIST, "", "Only tables that match are compared: app_*, audit.*"),
    EXCLUDE_TABLES("exclude.tables", Kind.LIST, "", "Tables that match are left alone: tmp_*, legacy.*"),
    LINT_ROWS("lint.rows", Kind.NUMBER, "100000", "From how many rows on a table is big, to aludel lint."),
    LOCK_TIMEOUT("lock.timeout", Kind.SECONDS, "60", "Seconds to wait for another migration of the same database."),
    LOCK_WAIT(
            "lock.wait", Kind.SECONDS, "10", "Seconds to wait for others who use a table; 0 for as long as it takes.");

    /** What a value must look like. */
    public enum Kind {
        TEXT,
        /** Never printed, and may be read from a file. */
        SECRET,
        LIST,
        /** Relative to the folder of the properties file. */
        FOLDER,
        FOLDERS,
        /** A whole number, 0 or more. */
        SECONDS,
        /** A whole number, 0 or more, of whatever the setting is about. */
        NUMBER
    }

    private final String key;
    private final Kind kind;
    private final String defaultValue;
    private final String doc;

    Setting(String key, Kind kind, String defaultValue, String doc) {
        this.key = key;
        this.kind = kind;
        this.defaultValue = defaultValue;
        this.doc = doc;
    }

    /** Its name in {@code aludel.properties}, and as a flag. */
    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    /** Empty where there is none. */
    public String defaultValue() {
        return defaultValue;
    }

    /** One sentence for people. */
    public String doc() {
        return doc;
    }

    /** The environment variable that gives it: {@code ALUDEL_SCRIPTS_PACKAGE}. */
    public String variable() {
        return "ALUDEL_" + key.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
