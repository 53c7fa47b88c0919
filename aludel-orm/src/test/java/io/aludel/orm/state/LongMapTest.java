// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongMapTest {
    @Test
    void doesWhatAHashMapDoes() {
        Random random = new Random(7);
        LongMap<String> map = new LongMap<>();
        Map<Long, String> expected = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            // Few keys, so that they are put, replaced and removed again and again; some far apart, some that are
            // neighbours.
            long key = random.nextInt(400) * (random.nextBoolean() ? 1L : 1L << 32) - 50;
            if (random.nextInt(3) == 0) {
                map.remove(key);
                expected.remove(key);
            } else {
                map.put(key, "value " + i);
                expected.put(key, "value " + i);
            }
            assertThat(map.size()).isEqualTo(expected.size());
        }
        for (long key = -50; key < 400; key++) {
            assertThat(map.get(key)).isEqualTo(expected.get(key));
            assertThat(map.get(key << 32)).isEqualTo(expected.get(key << 32));
        }
        map.clear();
        assertThat(map.size()).isZero();
        assertThat(map.get(1)).isNull();
    }
}
