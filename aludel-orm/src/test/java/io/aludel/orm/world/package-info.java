// SPDX-License-Identifier: Apache-2.0
/** The entities of the tests: persons have pets, pets have toys; compiled with the processor. */
package io.aludel.orm.world;
