package city.plaza.systemtests;

import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * The languages in which a way through the pages is walked: Spanish, whose texts are the
 * longer ones. A gallery shows it in English, too. The pages of residents are looked at
 * in both each time, see {@link PagesIT}; that all texts are there in both is tested in
 * the portal.
 */
final class WalkedLanguages implements ArgumentsProvider {

	@Override
	public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
		return (Gallery.WANTED ? Stream.of("en", "es") : Stream.of("es")).map(Arguments::of);
	}

}
