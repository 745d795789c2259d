package city.plaza.platform.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import reactor.core.publisher.Mono;

/**
 * Walks the whole trail and names the first entry that is not as it was sealed. Reads in
 * small parts: entries go on being written and sealed meanwhile.
 */
class VerifyTrail {

	private static final int PART = 1000;

	private final StoredChain stored;

	private final AuditKeys keys;

	VerifyTrail(StoredChain stored, AuditKeys keys) {
		this.stored = stored;
		this.keys = keys;
	}

	/**
	 * Verifies the trail.
	 * @param anchor one that was kept elsewhere, as the log has it; empty for none
	 * @return whether it is whole
	 */
	Mono<Verdict> verify(Optional<Place> anchor) {
		return Mono.zip(this.stored.end(), this.stored.anchors()).flatMap((read) -> {
			Map<Long, Digest> anchors = new HashMap<>(read.getT2());
			anchor.ifPresent((kept) -> anchors.put(kept.sequence(), kept.hash()));
			StoredChain.End end = read.getT1();
			return walk(ChainCheck.begin(this.keys, anchors), end.last()).map((check) -> check.end(end.head()))
				.map((check) -> verdict(check, end.waiting()));
		});
	}

	private Mono<ChainCheck> walk(ChainCheck begun, long last) {
		return part(begun, last).expand((walked) -> walked.goesOn() ? part(walked.check(), last) : Mono.empty())
			.last()
			.map(Walked::check);
	}

	private Mono<Walked> part(ChainCheck check, long last) {
		return this.stored.after(check.last().sequence(), last, PART).map((entries) -> {
			ChainCheck checked = check;
			for (SealedEntry entry : entries) {
				checked = checked.next(entry);
			}
			return new Walked(checked, entries.size() == PART && checked.finding() == null);
		});
	}

	private static Verdict verdict(ChainCheck check, long waiting) {
		Place last = check.last();
		return new Verdict(check.finding() == null, last.sequence(), (last.sequence() > 0) ? last.text() : null,
				waiting, check.finding());
	}

	private record Walked(ChainCheck check, boolean goesOn) {
	}

}
