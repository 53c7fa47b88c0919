// SPDX-License-Identifier: Apache-2.0
package io.aludel.benchmarks;

import java.util.List;

/**
 * What one library took for one workload.
 *
 * @param micros microseconds for a call, for each round
 * @param bytes allocated in this JVM by a call, for each round
 */
record Measurement(String library, List<Double> micros, List<Double> bytes) {
    void add(double microsOfRound, double bytesOfRound) {
        micros.add(microsOfRound);
        bytes.add(bytesOfRound);
    }

    /** The times divided by the other's of the same round: lower quartile, median, upper quartile. */
    Spread ratioTo(Measurement other) {
        Double[] ratios = new Double[micros.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = micros.get(i) / other.micros.get(i);
        }
        return Spread.of(List.of(ratios));
    }

    /** Quartiles of some numbers. */
    record Spread(double lower, double median, double upper) {
        static Spread of(List<Double> numbers) {
            List<Double> sorted = numbers.stream().sorted().toList();
            return new Spread(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
        }

        /** Between two numbers where none stands at the place. */
        private static double at(List<Double> sorted, double share) {
            if (sorted.isEmpty()) {
                throw new IllegalArgumentException("There are no numbers.");
            }
            double place = share * (sorted.size() - 1);
            int below = (int) place;
            int above = Math.min(below + 1, sorted.size() - 1);
            return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
        }
    }
}
