package city.plaza.systemtests;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test of the one running suite. It has the suite to itself: two browsers beside it
 * take both cores of a small machine, which makes nothing faster, and a page late.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock("suite")
@interface OnRunningSuite {

}
