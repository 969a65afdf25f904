-- Who was erased, by a hash of the identifier: nothing that was received up to erased_at comes back.
CREATE TABLE erased_customer (
    brand     text COLLATE "C" NOT NULL,
    customer  uuid             NOT NULL,
    erased_at timestamptz      NOT NULL,
    PRIMARY KEY (brand, customer)
);

-- What is there about a customer.
CREATE INDEX alert_customer ON alert (brand, customer);
