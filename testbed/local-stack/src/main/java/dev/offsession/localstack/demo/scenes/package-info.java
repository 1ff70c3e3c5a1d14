/** The scenes of the demo, one class each, in the words of the story. */
@NullMarked
package dev.offsession.localstack.demo.scenes;

import org.jspecify.annotations.NullMarked;
