// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes one data source name apart, by the generic syntax of RFC 3986. Messages repeat nothing of the text. */
final class DsnParser {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9.-]*");
    private static final Pattern DRIVER = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{M}\\p{N}_-]+(\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?");
    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+");
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private final String text;
    private @Nullable String user;
    private @Nullable String password;
    private @Nullable String host;
    private @Nullable Integer port;

    DsnParser(String text) {
        this.text = text;
    }

    Dsn parse() {
        if (text.isBlank()) {
            throw malformed("it is empty", "write scheme://user:password@host:port/database, or sqlite:path");
        }
        if (!text.equals(text.strip())) {
            throw malformed("it has white space around it", "remove that");
        }
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw malformed("it has no scheme", "begin with one and a colon: postgresql://…, sqlite:…");
        }
        String prefix = text.substring(0, colon);
        int plus = prefix.indexOf('+');
        String scheme = scheme(plus < 0 ? prefix : prefix.substring(0, plus));
        String driver = plus < 0 ? null : driver(prefix.substring(plus + 1));
        String rest = text.substring(colon + 1);
        boolean hierarchical = rest.startsWith("//");
        int question = rest.indexOf('?');
        Map<String, String> options = question < 0 ? Map.of() : options(rest.substring(question + 1));
        String place = question < 0 ? rest : rest.substring(0, question);
        String path = hierarchical ? path(place.substring(2), rest) : place;
        return new Dsn(scheme, driver, user, password, host, port, path, hierarchical, options);
    }

    private static String scheme(String scheme) {
        if (!SCHEME.matcher(scheme).matches()) {
            throw malformed(
                    "the scheme, in front of the first colon, is not a word of letters, digits, dots and hyphens",
                    "begin with postgresql:// or sqlite:");
        }
        if (scheme.equalsIgnoreCase("jdbc")) {
            throw malformed("it is a JDBC URL", "give that where a JDBC URL is taken");
        }
        return scheme.toLowerCase(Locale.ROOT);
    }

    private static String driver(String driver) {
        if (!DRIVER.matcher(driver).matches()) {
            throw malformed("the driver, behind the plus sign of the scheme, is not a word", "leave out both");
        }
        return driver;
    }

    /** Reads the authority into the fields and gives what follows it. */
    private String path(String place, String rest) {
        int slash = place.indexOf('/');
        String authority = slash < 0 ? place : place.substring(0, slash);
        int at = authority.lastIndexOf('@');
        // A slash or question mark in a password ends the authority early; what is left may even look like host and
        // port.
        if (at < 0 && !authority.isEmpty() && rest.indexOf('@') >= 0) {
            throw malformed(
                    "an @ stands behind the host",
                    "write / ? @ as %2F %3F %40 in the user and the password, and @ as %40 in the path and the options");
        }
        if (at >= 0) {
            userAndPassword(authority.substring(0, at));
        }
        hostAndPort(authority.substring(at + 1));
        return slash < 0 ? "" : decode("path", place.substring(slash));
    }

    private void userAndPassword(String text) {
        int colon = text.indexOf(':');
        user = decode("user", colon < 0 ? text : text.substring(0, colon));
        password = colon < 0 ? null : decode("password", text.substring(colon + 1));
        if (user.isEmpty()) {
            throw malformed("the user, in front of the @, is empty", "name one, or leave out the @ too");
        }
    }

    private void hostAndPort(String text) {
        int end = text.length();
        if (text.startsWith("[")) {
            end = text.indexOf(']') + 1;
            if (end == 0) {
                throw malformed("the host begins with [ and has no ]", "write an IPv6 address as [::1]");
            }
            if (end < text.length() && text.charAt(end) != ':') {
                throw malformed("something other than a port follows the host's ]", "write [::1]:5432");
            }
            host = ipv6(text.substring(1, end - 1));
        } else {
            int colon = text.lastIndexOf(':');
            end = colon < 0 ? end : colon;
            host = end == 0 ? null : hostName(text.substring(0, end));
        }
        if (end < text.length()) {
            port = portNumber(text.substring(end + 1));
        }
    }

    private static String hostName(String name) {
        if (name.indexOf(':') >= 0) {
            throw malformed(
                    "the host and port have more than one colon",
                    "write an IPv6 address as [::1], and @ / ? : of a user or password percent-encoded");
        }
        if (!HOST.matcher(name).matches()) {
            throw malformed(
                    "the host is no name and no address",
                    "write school.example, 127.0.0.1 or [::1], and @ / ? of a password as %40 %2F %3F");
        }
        if (DIGITS_AND_DOTS.matcher(name).matches() && !IPV4.matcher(name).matches()) {
            throw malformed("the host is no IPv4 address", "write four numbers up to 255, as in 127.0.0.1");
        }
        return name;
    }

    private static String ipv6(String literal) {
        String decoded = decode("host", literal.replaceFirst("%(?!25)", "%25"));
        int zone = decoded.indexOf('%');
        String address = zone < 0 ? decoded : decoded.substring(0, zone);
        try {
            if (!IPV6.matcher(address).matches() || zone == decoded.length() - 1) {
                throw new UnknownHostException();
            }
            InetAddress.getByName("[" + address + "]"); // in brackets it is only parsed, never looked up
            return decoded;
        } catch (UnknownHostException e) {
            throw malformed("the host in [ ] is no IPv6 address", "write it as [::1] or [2001:db8::7]");
        }
    }

    private static int portNumber(String digits) {
        try {
            int number = digits.chars().allMatch(digit -> digit >= '0' && digit <= '9') ? Integer.parseInt(digits) : 0;
            if (number >= 1 && number <= 65_535) {
                return number;
            }
        } catch (NumberFormatException tooLong) {
            // as any other number out of range
        }
        throw malformed(
                "the port, behind the host's colon, is no number from 1 to 65535",
                "correct it; if it belongs to a password, write @ / ? : there as %40 %2F %3F %3A");
    }

    private static Map<String, String> options(String query) {
        Map<String, String> options = new LinkedHashMap<>();
        int number = 0;
        for (String option : query.split("&", -1)) {
            number++;
            int equals = option.indexOf('=');
            if (equals < 1) {
                throw malformed(
                        "option " + number + ", behind the question mark, is not of the form name=value",
                        "correct it, or write ? as %3F where it is part of something else");
            }
            String name = decode("name of option " + number, option.substring(0, equals));
            if (options.put(name, decode("value of option " + number, option.substring(equals + 1))) != null) {
                throw malformed("option " + number + " is given a second time", "remove one of the two");
            }
        }
        return options;
    }

    private static String decode(String part, String encoded) {
        if (encoded.indexOf('%') < 0) {
            return encoded;
        }
        byte[] source = encoded.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(source.length);
        for (int i = 0; i < source.length; i++) {
            if (source[i] != '%') {
                bytes.put(source[i]);
            } else if (i + 2 < source.length
                    && HexFormat.isHexDigit(source[i + 1])
                    && HexFormat.isHexDigit(source[i + 2])) {
                bytes.put((byte) (HexFormat.fromHexDigit(source[i + 1]) << 4 | HexFormat.fromHexDigit(source[i + 2])));
                i += 2;
            } else {
                throw malformed(
                        "the " + part + " has a % without two hexadecimal digits behind it",
                        "write %25 for a percent sign");
            }
        }
        try {
            String decoded =
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
            if (decoded.indexOf(0) >= 0) {
                throw malformed("the " + part + " has a %00", "remove it");
            }
            return decoded;
        } catch (CharacterCodingException e) {
            throw malformed("the " + part + " is not percent-encoded UTF-8", "encode its UTF-8 bytes");
        }
    }

    private static DsnException malformed(String what, String remedy) {
        return new DsnException("The DSN cannot be read: " + what + "; " + remedy + ".");
    }
}
