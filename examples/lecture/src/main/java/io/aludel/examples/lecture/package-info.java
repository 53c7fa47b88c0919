// SPDX-License-Identifier: Apache-2.0

/** Courses and homework: the model of a first lecture on databases. */
package io.aludel.examples.lecture;
