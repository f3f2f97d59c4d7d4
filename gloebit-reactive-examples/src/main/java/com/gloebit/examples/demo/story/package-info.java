/** Purchases from the order to the delivery, rejections, lost answers, and many purchases at once. */
@NullMarked
package com.gloebit.examples.demo.story;

import org.jspecify.annotations.NullMarked;
