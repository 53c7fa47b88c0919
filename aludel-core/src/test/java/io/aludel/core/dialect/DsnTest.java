// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DsnTest {
    @Test
    void takesEveryPartApart() {
        Dsn dsn = Dsn.parse("PostgreSQL+psycopg2://ada:s3cret@db.school.example:5433/school?sslmode=require&app=x");

        assertThat(dsn)
                .isEqualTo(new Dsn(
                        "postgresql",
                        "psycopg2",
                        "ada",
                        "s3cret",
                        "db.school.example",
                        5433,
                        "/school",
                        true,
                        Map.of("sslmode", "require", "app", "x")));
        assertThat(List.copyOf(dsn.options().keySet())).containsExactly("sslmode", "app");
    }

    @Test
    void leavesOutWhatIsNotThere() {
        assertThat(Dsn.parse("postgres://"))
                .isEqualTo(new Dsn("postgres", null, null, null, null, null, "", true, Map.of()));
        assertThat(Dsn.parse("postgres://db"))
                .isEqualTo(new Dsn("postgres", null, null, null, "db", null, "", true, Map.of()));
        assertThat(Dsn.parse("postgres:///school"))
                .isEqualTo(new Dsn("postgres", null, null, null, null, null, "/school", true, Map.of()));
        assertThat(Dsn.parse("postgres://ada@/school"))
                .isEqualTo(new Dsn("postgres", null, "ada", null, null, null, "/school", true, Map.of()));
        assertThat(Dsn.parse("postgres://ada:@db").password()).isEmpty();
        assertThat(Dsn.parse("postgres://:5433/school").port()).isEqualTo(5433);
        assertThat(Dsn.parse("postgres://db?a=1").options()).isEqualTo(Map.of("a", "1"));
    }

    @ParameterizedTest
    @CsvSource({
        "sqlite::memory:, :memory:",
        "sqlite:school.db, school.db",
        "sqlite:/var/lib/school.db, /var/lib/school.db",
        "sqlite:C:\\data\\school.db, C:\\data\\school.db",
        "sqlite:100%.db, 100%.db",
        "sqlite:a@b:c.db, a@b:c.db",
        "sqlite:, ''",
    })
    void keepsAPathBehindTheColonAsItStands(String text, String path) {
        assertThat(Dsn.parse(text)).isEqualTo(new Dsn("sqlite", null, null, null, null, null, path, false, Map.of()));
    }

    @Test
    void takesOptionsBehindAPathToo() {
        Dsn dsn = Dsn.parse("sqlite:school.db?busy_timeout=5000");

        assertThat(dsn.path()).isEqualTo("school.db");
        assertThat(dsn.options()).isEqualTo(Map.of("busy_timeout", "5000"));
    }

    @ParameterizedTest
    @CsvSource({
        "sqlite://, ''",
        "sqlite:///school.db, /school.db",
        "sqlite:////var/lib/school.db, //var/lib/school.db",
        "sqlite:///home/me@work/school.db, /home/me@work/school.db",
        "sqlite:///my%20school.db, '/my school.db'",
        "sqlite:///what%3F.db, /what?.db",
    })
    void keepsThePathBehindAnEmptyHostWithItsSlash(String text, String path) {
        assertThat(Dsn.parse(text)).isEqualTo(new Dsn("sqlite", null, null, null, null, null, path, true, Map.of()));
    }

    @Test
    void decodesUserPasswordPathAndOptions() {
        Dsn dsn = Dsn.parse("postgres://ad%40:p%40s%2Fs%3A%25%3F+%C3%A9@db/sch%6Fol%20%D0%B7?na%3Dme=a%26b%3Dc");

        assertThat(dsn.user()).isEqualTo("ad@");
        assertThat(dsn.password()).isEqualTo("p@s/s:%?+é");
        assertThat(dsn.path()).isEqualTo("/school з");
        assertThat(dsn.options()).isEqualTo(Map.of("na=me", "a&b=c"));
    }

    @Test
    void takesAnAtSignInThePasswordWhereItCannotBeMistaken() {
        Dsn dsn = Dsn.parse("postgres://ada:p@ss@db/school");

        assertThat(dsn.password()).isEqualTo("p@ss");
        assertThat(dsn.host()).isEqualTo("db");
    }

    @ParameterizedTest
    @CsvSource({
        "db, db",
        "db.school.example, db.school.example",
        "db.school.example., db.school.example.",
        "школа.example, школа.example",
        "my_db-1, my_db-1",
        "127.0.0.1, 127.0.0.1",
        "255.255.255.255, 255.255.255.255",
        "[::1], ::1",
        "[2001:db8::7], 2001:db8::7",
        "[::ffff:10.0.0.1], ::ffff:10.0.0.1",
        "[fe80::1%25eth0], fe80::1%eth0",
        "[fe80::1%eth0], fe80::1%eth0",
    })
    void takesNamesAndAddressesAsHosts(String text, String host) {
        assertThat(Dsn.parse("postgres://ada@" + text + "/school").host()).isEqualTo(host);
        Dsn withPort = Dsn.parse("postgres://" + text + ":5432");
        assertThat(withPort.host()).isEqualTo(host);
        assertThat(withPort.port()).isEqualTo(5432);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | it is empty",
                "' ' | it is empty",
                "' sqlite:x' | white space",
                "school.db | no scheme",
                ":x | the scheme",
                "post gres://db | the scheme",
                "9p://db | the scheme",
                "jdbc:postgresql://db | it is a JDBC URL",
                "postgres+://db | the driver",
                "postgres+a/b://db | the driver",
                "postgres://:pw@db | the user",
                "postgres://a%zz:pw@db | the user has a %",
                "postgres://a:pw%@db | the password has a %",
                "postgres://a:pw%4@db | the password has a %",
                "postgres://a:%ff@db | the password is not percent-encoded UTF-8",
                "postgres://a:p%00@db | the password has a %00",
                "postgres://a:pw@d b/x | the host is no name",
                "postgres://a:pw@d..b/x | the host is no name",
                "postgres://a:pw@.db/x | the host is no name",
                "postgres://a:pw@1.2.3/x | the host is no IPv4 address",
                "postgres://a:pw@1.2.3.256/x | the host is no IPv4 address",
                "postgres://a:pw@1.2.3.4.5/x | the host is no IPv4 address",
                "postgres://a:pw@::1/x | more than one colon",
                "postgres://a:pw@[::1/x | has no ]",
                "postgres://a:pw@[::1]x/x | follows the host's ]",
                "postgres://a:pw@[::g]/x | no IPv6 address",
                "postgres://a:pw@[1:2:3]/x | no IPv6 address",
                "postgres://a:pw@[db]/x | no IPv6 address",
                "postgres://a:pw@[fe80::1%]/x | no IPv6 address",
                "postgres://a:pw@db:/x | the port",
                "postgres://a:pw@db:0/x | the port",
                "postgres://a:pw@db:65536/x | the port",
                "postgres://a:pw@db:99999999999999999999/x | the port",
                "postgres://a:pw@db:5x/x | the port",
                "postgres://a:pw@db:-1/x | the port",
                "postgres://a:pw@db:+1/x | the port",
                "postgres://a:pw@db/%x | the path has a %",
                "postgres://a:pw@db/x? | option 1",
                "postgres://a:pw@db/x?a | option 1",
                "postgres://a:pw@db/x?a=1&=2 | option 2",
                "postgres://a:pw@db/x?a=1&&b=2 | option 2",
                "postgres://a:pw@db/x?a=1&a=2 | option 2 is given a second time",
                "postgres://a:pw@db/x?a=%2 | the value of option 1",
                "postgres://a:pw@db/x?%2=a | the name of option 1",
            })
    void saysWhichPartIsMalformed(String text, String part) {
        assertThatThrownBy(() -> Dsn.parse(text))
                .isInstanceOf(DsnException.class)
                .hasMessageStartingWith("ENG-001: The DSN cannot be read: ")
                .hasMessageContaining(part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://ada:hunter/2@db/school",
                "postgres://ada:12/hunter@db/school",
                "postgres://ada:12?hunter=@db/school",
                "postgres://ada:hunter?2@db/school",
                "postgres://ada:hunter%@db/school",
                "postgres://ada:hunter:@db:x/school",
                "postgres://ada:hunter@db:port/school",
                "postgres://ada:hunter@d b/school",
                "postgres://ada:hunter@[x]/school",
                "postgres://ada:hunter@db/school?x",
                "ada:hunter@db",
                "hunter",
                "ada:@hunter:5432",
                "//ada:hunter@db/school",
            })
    void neverRepeatsAPassword(String text) {
        try {
            assertThat(Dsn.parse(text).hierarchical())
                    .isFalse(); // read as a path, which a dialect would refuse by its scheme
        } catch (DsnException e) {
            assertThat(e).hasMessageNotContaining("hunter").hasNoCause();
        }
    }

    @Test
    void printsNeitherUserNorPasswordNorOptions() {
        assertThat(Dsn.parse("postgres://ada:hunter@db:5433/school?token=xyz"))
                .hasToString("postgres://db:5433/school");
        assertThat(Dsn.parse("postgres://ada:hunter@[::1]/school")).hasToString("postgres://[::1]/school");
        assertThat(Dsn.parse("sqlite:school.db?key=xyz")).hasToString("sqlite:school.db");
    }

    @Test
    void readsBackWhatItWasMadeOf() {
        for (String text :
                List.of("sqlite::memory:", "sqlite:////a/b.db", "postgres://db/school", "postgres://[::1]:1/x")) {
            assertThat(Dsn.parse(text)).hasToString(text);
        }
    }
}
