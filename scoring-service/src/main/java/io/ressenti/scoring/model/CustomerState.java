package io.ressenti.scoring.model;

/**
 * What is kept of one identifier of a customer. A person is all identifiers that were found to be one customer's; what is told of
 * the person is kept with the identifier that stands for them.
 *
 * @param person whom the identifier belongs to; the identifier itself where it was not merged
 * @param score  of the identifier's own signals
 * @param atRisk whether the person was reported as at risk
 * @param told   what was last told of the person; null where nothing was
 */
public record CustomerState(CustomerKey person, CustomerScore score, boolean atRisk, ToldScore told) {

    /** The state of an identifier of which nothing is known. */
    public static CustomerState unknown(CustomerKey customer) {
        return new CustomerState(customer, CustomerScore.NONE, false, null);
    }

    /** The same with another score. */
    public CustomerState withScore(CustomerScore other) {
        return new CustomerState(person, other, atRisk, told);
    }

    /**
     * The same as it is when the person stands so. What was told stays what was told as long as nothing worth telling has
     * happened since.
     */
    CustomerState standing(CustomerStanding standing) {
        if (standing.score().experienced().isEmpty()) {
            return new CustomerState(person, score, false, null);
        }
        var now = ToldScore.of(standing.score());
        return new CustomerState(
                person, score, standing.atRisk(), told == null || told.isOvertakenBy(now) ? now : told);
    }

    /** The same, where what was told is not sure. */
    CustomerState untold() {
        return new CustomerState(person, score, atRisk, null);
    }

    /** The same, belonging to another person. */
    public CustomerState withPerson(CustomerKey other) {
        return new CustomerState(other, score, atRisk, told);
    }
}
