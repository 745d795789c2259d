package city.plaza.platform.openapi;

import org.springdoc.core.providers.SpringDocJavadocProvider;

/**
 * The Javadoc of the code. An array has none; therapi fails on one where assertions are
 * enabled, as they are in tests.
 */
final class Javadoc extends SpringDocJavadocProvider {

	@Override
	public String getClassJavadoc(Class<?> type) {
		return type.isArray() ? "" : super.getClassJavadoc(type);
	}

}
