// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

/** XML as it grows: an element a line, every value escaped. */
final class XmlText {
    private final StringBuilder out = new StringBuilder();

    /** As it is. */
    XmlText line(String line) {
        out.append(line).append('\n');
        return this;
    }

    /** As they are; the last one has its end. */
    void lines(String lines) {
        out.append(lines);
    }

    /** Begins an element, whose attributes follow. */
    XmlText open(String name) {
        out.append('<').append(name);
        return this;
    }

    XmlText attribute(String name, int value) {
        return attribute(name, String.valueOf(value));
    }

    XmlText attribute(String name, String value) {
        out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
        return this;
    }

    /** Ends an element's attributes; it has nothing inside. */
    void end() {
        out.append("/>\n");
    }

    /** Ends an element's attributes; others follow inside. */
    void inside() {
        out.append(">\n");
    }

    /** Ends an element's attributes, and the element, with this text inside. */
    void content(String text, String name) {
        out.append('>').append(escaped(text)).append("</").append(name).append(">\n");
    }

    void close(String name) {
        out.append("</").append(name).append(">\n");
    }

    void element(String name, String text) {
        open(name).content(text, name);
    }

    void element(String name, String text, String attribute, String value) {
        open(name).attribute(attribute, value).content(text, name);
    }

    /** What may stand both in text and in an attribute. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
