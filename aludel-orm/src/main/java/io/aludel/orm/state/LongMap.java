// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.state;

import org.jspecify.annotations.Nullable;

/**
 * A map keyed by {@code long} without boxing: open addressing, linear probing, at most half full. Not for sharing between threads.
 */
final class LongMap<V> {
    private static final int INITIAL = 16;

    private long[] keys = new long[INITIAL];
    private @Nullable Object[] values = new Object[INITIAL];
    private int size;

    @Nullable
    V get(long key) {
        return value(slot(key));
    }

    void put(long key, V value) {
        int slot = slot(key);
        if (values[slot] == null) {
            if ((size + 1) * 2 > keys.length) {
                grow();
                slot = slot(key);
            }
            size++;
        }
        keys[slot] = key;
        values[slot] = value;
    }

    void remove(long key) {
        int hole = slot(key);
        if (values[hole] == null) {
            return;
        }
        size--;
        values[hole] = null;
        // Whoever was pushed past the hole is put in again, so that no probe ends too early (Knuth's algorithm R, the
        // simple way).
        for (int i = next(hole); values[i] != null; i = next(i)) {
            Object moved = values[i];
            values[i] = null;
            int slot = slot(keys[i]);
            keys[slot] = keys[i];
            values[slot] = moved;
        }
    }

    void clear() {
        keys = new long[INITIAL];
        values = new Object[INITIAL];
        size = 0;
    }

    int size() {
        return size;
    }

    /** Where the key is, or would be. */
    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (keys.length - 1);
        while (values[slot] != null && keys[slot] != key) {
            slot = next(slot);
        }
        return slot;
    }

    private int next(int slot) {
        return (slot + 1) & (keys.length - 1);
    }

    @SuppressWarnings("unchecked") // put() takes a V
    private @Nullable V value(int slot) {
        return (V) values[slot];
    }

    private void grow() {
        long[] oldKeys = keys;
        @Nullable Object[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new Object[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != null) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
