package city.plaza.portal.finance;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;

/** What was chosen on the form beside the file, read while it passes through. */
final class ImportForm {

	private final Map<String, String> fields = new ConcurrentHashMap<>();

	/** A form on which one kind is chosen already. */
	static ImportForm of(@Nullable String kind) {
		ImportForm form = new ImportForm();
		if (kind != null) {
			form.fields.put("kind", kind);
		}
		return form;
	}

	void note(PartEvent part) {
		if (part instanceof FormPartEvent field) {
			this.fields.put(field.name(), field.value());
		}
	}

	public @Nullable String getKind() {
		return this.fields.get("kind");
	}

	public boolean isDryRun() {
		return "true".equals(this.fields.get("dryRun"));
	}

}
