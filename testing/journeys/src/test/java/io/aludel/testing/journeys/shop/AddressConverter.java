// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.journeys.shop;

import io.aludel.mapping.annotation.ColumnType;
import jakarta.persistence.AttributeConverter;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** A type of one's own: an address of the internet as text, and as what it is where the database knows such. */
@ColumnType(on = "postgresql", type = "inet")
final class AddressConverter implements AttributeConverter<InetAddress, String> {
    @Override
    public String convertToDatabaseColumn(InetAddress address) {
        return address.getHostAddress();
    }

    @Override
    public InetAddress convertToEntityAttribute(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no address.", e);
        }
    }
}
