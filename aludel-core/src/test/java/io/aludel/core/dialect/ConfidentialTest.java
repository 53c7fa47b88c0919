// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfidentialTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Unmatched argument at index 0: 'postgresql://ada:hunter2@db/school'",
                "Unmatched argument at index 0: 'postgresql://ada:hunter2/x y@z@db/school'",
                "Unmatched argument at index 0: 'postgresql://:hunter2@db/school'",
                "Unknown option: '--urll=postgresql://db/school?sslpassword=hunter2&a=b'",
                "Unknown option: '--urll=postgresql://db/school?PWD=o'hunter2'",
                "refused: jdbc:x:db;user=ada;secret_key=hunter2;b=1",
                "refused: {user=ada, access_token=hunter2}"
            })
    void hidesWhatLooksLikeASecret(String text) {
        assertThat(Confidential.hidden(text)).doesNotContain("hunter2").contains("****");
    }

    @Test
    void leavesTheRest() {
        assertThat(Confidential.hidden("'--urll=postgresql://ada:hunter2@db/school?sslpassword=hunter2&a=b', 'x'"))
                .isEqualTo("'--urll=postgresql://ada:****@db/school?sslpassword=****&a=b', 'x'");
        assertThat(Confidential.hidden("sqlite:///a:b/c.db, password, ssl=on"))
                .isEqualTo("sqlite:///a:b/c.db, password, ssl=on");
        assertThat(Confidential.isOption("sslPassword")).isTrue();
        assertThat(Confidential.isOption("ssl")).isFalse();
    }
}
