// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.type.NamedEnum;
import io.aludel.core.type.SqlType;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypePrinterTest {
    private final Imports imports = new Imports();

    @Test
    void printsTypesAsTheFactoriesThatMakeThem() {
        assertThat(printed(SqlType.array(SqlType.decimal(10, 2)))).isEqualTo("array(decimal(10, 2))");
        assertThat(printed(SqlType.namedEnum("mood", "sad", "it's \"ok\"")))
                .isEqualTo("namedEnum(\"mood\", \"sad\", \"it's \\\"ok\\\"\")");
        assertThat(printed(new NamedEnum("app", "mood", List.of("sad"))))
                .isEqualTo("new NamedEnum(\"app\", \"mood\", List.of(\"sad\"))");
        assertThat(printed(SqlType.varchar(43).on("postgresql", "inet").on("mariadb", "inet6")))
                .isEqualTo("varchar(43).on(\"mariadb\", \"inet6\").on(\"postgresql\", \"inet\")");
        assertThat(imports.text()).isEqualTo("""
                import static io.aludel.core.type.SqlType.array;
                import static io.aludel.core.type.SqlType.decimal;
                import static io.aludel.core.type.SqlType.namedEnum;
                import static io.aludel.core.type.SqlType.varchar;

                import io.aludel.core.type.NamedEnum;
                import java.util.List;

                """);
    }

    private String printed(SqlType type) {
        return new TypePrinter(imports).of(type);
    }
}
