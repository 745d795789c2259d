package city.plaza.billing;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The response to an upload: of an import, or the problem that kept it from being one.
 *
 * @param code of the problem; null of an import
 */
public record ImportReport(@Nullable UUID id, @Nullable String kind, @Nullable Boolean dryRun,
		@Nullable Integer accepted, @Nullable Integer rejected, @Nullable Integer unchanged, List<Line> errors,
		@Nullable String code) {

	public ImportReport {
		errors = (errors != null) ? errors : List.of();
	}

	/** The errors as {@code 2 bill_number required}. */
	public List<String> lines() {
		return this.errors.stream().map((error) -> error.line() + " " + error.field() + " " + error.code()).toList();
	}

	/** The codes of the errors. */
	public List<String> codes() {
		return this.errors.stream().map(Line::code).toList();
	}

	/**
	 * Why a row was left out.
	 */
	public record Line(int line, String field, String code, @Nullable List<String> expected) {
	}

}
