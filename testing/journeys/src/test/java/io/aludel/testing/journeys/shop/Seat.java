// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.journeys.shop;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A number that is kept as a letter. */
@Entity
public class Seat {
    @Converter
    public static class Letter implements AttributeConverter<Integer, String> {
        @Override
        public String convertToDatabaseColumn(Integer row) {
            return String.valueOf((char) ('A' + row));
        }

        @Override
        public Integer convertToEntityAttribute(String letter) {
            return letter.charAt(0) - 'A';
        }
    }

    @Id
    private long number;

    @Convert(converter = Letter.class)
    private Integer row;

    protected Seat() {}

    public Seat(long number, Integer row) {
        this.number = number;
        this.row = row;
    }
}
