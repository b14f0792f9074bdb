"""Streets named after other towns, crowds that drive or ride, brawls of two sides, the state in which the dead are
found, and the fire of arms. All is invented."""

from ..conftest import Row

REPORTS: dict[str, tuple[str, set[Row]]] = {
    "a street of the city that is named after another capital": (
        "DAMASCUS - Mortar shells hit Baghdad Street on Tuesday, killing two people.",
        {("Shelling/artillery/missile attack", "03-14", "Damascus", "Unidentified Armed Group (Syria)",
          "Civilians (Syria)", 2)}),
    "a road of the city that is named after the next town": (
        "NAIROBI - Students blocked Thika Road on Tuesday over a rise in fees.",
        {("Peaceful protest", "03-14", "Nairobi", "Protesters (Kenya)", None, 0)}),
    "a road to a far town": (
        "ABUJA - Gunmen killed four people on the Kaduna road on Tuesday.",
        {("Attack", "03-14", "Kaduna", "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 4)}),
    "a street without a city before it": (
        "Gunmen shot dead a doctor near Hyderabad Chowk in Karachi, Pakistan, on Tuesday.",
        {("Attack", "03-14", "Karachi", "Unidentified Armed Group (Pakistan)", "Civilians (Pakistan)", 1)}),
    "farmers who drive into a city to demand something": (
        "Farmers drove their tractors into Madrid, Spain, on Tuesday to demand better prices.",
        {("Peaceful protest", "03-14", "Madrid", "Protesters (Spain)", None, 0)}),
    "supporters of two parties who exchange blows": (
        "Supporters of rival parties exchanged blows in Rajshahi, Bangladesh, on Tuesday, leaving 12 people injured.",
        {("Mob violence", "03-14", "Rajshahi", "Rioters (Bangladesh)", "Rioters (Bangladesh)", 0)}),
    "residents who brawl with police": (
        "Residents brawled with police in Tamale, Ghana, on Tuesday, leaving two officers hurt.",
        {("Mob violence", "03-14", "Tamale", "Rioters (Ghana)", "Police Forces of Ghana", 0)}),
    "two policemen who are found shot dead": (
        "Two policemen were found shot dead in Cali, Colombia, on Tuesday.",
        {("Armed clash", "03-14", "Cali", "Unidentified Armed Group (Colombia)", "Police Forces of Colombia", 2)}),
    "a journalist who is found murdered": (
        "A journalist was found murdered in Cali, Colombia, on Tuesday.",
        {("Attack", "03-14", "Cali", "Unidentified Armed Group (Colombia)", "Civilians (Colombia)", 1)}),
    "a councillor whom police find hacked to death": (
        "Police found an opposition councillor hacked to death in Cali, Colombia, on Tuesday.",
        {("Attack", "03-14", "Cali", "Unidentified Armed Group (Colombia)", "Civilians (Colombia)", 1)}),
    "two farmers who are found dead with gunshot wounds": (
        "Two farmers were found dead with gunshot wounds in Cali, Colombia, on Tuesday.",
        {("Attack", "03-14", "Cali", "Unidentified Armed Group (Colombia)", "Civilians (Colombia)", 2)}),
    "a boy killed by the fire of a state's arms": (
        "A boy was killed by Pakistani fire in Poonch, India, on Tuesday.",
        {("Attack", "03-14", "Punch", "Military Forces of Pakistan", "Civilians (India)", 1)}),
}  # fmt: skip

NOTHING: dict[str, str] = {
    "a man of office who drives into a town": (
        "The minister drove into Kano, Nigeria, on Tuesday to protest his innocence."),
    "tourists found dead, no violence told": (
        "Three tourists were found dead in a hotel in Cali, Colombia, on Tuesday."),
    "a fire of a country": (
        "An Australian fire killed two people in Ballarat, Australia, on Tuesday."),
    "words traded like blows": (
        "The two candidates traded blows in a televised debate in Nairobi, Kenya, on Tuesday."),
}  # fmt: skip
