package city.plaza.platform.guard;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Logs a refused setting in one line. A failure analyzer would frame it in ten, which is
 * why this comes before them.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnsafeSettingReporter implements SpringBootExceptionReporter {

	private static final Logger log = LoggerFactory.getLogger(UnsafeSettingReporter.class);

	@Override
	public boolean reportException(Throwable failure) {
		@Nullable Throwable cause = failure;
		while (cause != null) {
			if (cause instanceof UnsafeSettingException unsafe) {
				unsafe.violations().forEach(log::error);
				return true;
			}
			cause = cause.getCause();
		}
		return false;
	}

}
